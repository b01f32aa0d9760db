/** What the gateway says about settings, and the values in each sentence. All of them follow the name of a setting. */
export const SETTING_SENTENCES = {
  without_effect: [],
  near_miss: ['meant'],
  admin_token_guessable: [],
  admin_token_given_out: [],
  client_token_guessable: [],
  metrics_token_guessable: [],
  metrics_token_administers: [],
  encryption_key_guessable: [],
  trusts_everybody: [],
  fetches_everything: [],
  mysql_unused: [],
  unusable: [],
  disagrees: ['other'],
} as const;
