const fc = require('fast-check');

// Every run tries the same cases, so that a change is judged and not chance. FAST_CHECK_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_121) });
