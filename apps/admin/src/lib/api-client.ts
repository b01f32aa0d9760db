import axios, { isCancel } from 'axios';
import { toApiError } from './api-error';

/** The admin REST of the gateway that served this page. Calls are rejected with an `ApiError`. */
export const api = axios.create({
  baseURL: '/api',
  timeout: 30_000,
  // A browser lets no foreign page send this header, which tells our own calls from forged ones.
  headers: { 'X-Requested-With': 'dashboard' },
});

api.interceptors.response.use(undefined, (error: unknown) => {
  throw isCancel(error) ? error : toApiError(error);
});
