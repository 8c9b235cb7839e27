// No package of ours may download a browser: the tests find the one that the machine has.
module.exports = { skipDownload: true };
