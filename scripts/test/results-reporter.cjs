// mocha takes a reporter from what `require` of its file gives; tsx is loaded by then.
module.exports = require("./results-reporter.ts").ResultsReporter;
