// Ends the report with the line that cargo's test summaries have, so that cargo xtask test sums all suites alike.

export default class Count {
    onBegin(_config, suite) {
        this.suite = suite;
    }

    onEnd() {
        const tests = this.suite.allTests();
        const count = (name) => tests.filter((test) => test.outcome() === name).length;
        for (const test of tests.filter((test) => test.outcome() === "flaky")) {
            console.log(`passed at the second attempt only, find out why: ${test.titlePath().filter(Boolean).join(" › ")}`);
        }
        const failed = count("unexpected");
        const result = failed === 0 ? "ok" : "FAILED";
        const passed = count("expected") + count("flaky");
        console.log(`test result: ${result}. ${passed} passed; ${failed} failed; ${count("skipped")} ignored`);
    }

    printsToStdio() {
        return false;
    }
}
