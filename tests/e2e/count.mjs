// Ends the report with the line that cargo's test summaries have, so that cargo xtask test sums all suites alike.

export default class Count {
    onBegin(_config, suite) {
        this.suite = suite;
    }

    onEnd() {
        const outcomes = this.suite.allTests().map((test) => test.outcome());
        const count = (...names) => outcomes.filter((outcome) => names.includes(outcome)).length;
        const failed = count("unexpected", "flaky");
        const result = failed === 0 ? "ok" : "FAILED";
        console.log(`test result: ${result}. ${count("expected")} passed; ${failed} failed; ${count("skipped")} ignored`);
    }

    printsToStdio() {
        return false;
    }
}
