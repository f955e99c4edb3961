// Who comes: delegations and delegates, added, filled in, removed and counted. Pasting is in paste.spec.mjs.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { enrol, panel, paste, rows, saved, section, table, total } from "./people.mjs";

test("the shipped plan shows five delegations, the heads expected, and nobody's name", async ({ page }) => {
    await openPlan(page, "#/people");
    await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
    await expect(page.locator(".delegation")).toHaveCount(5);
    await expect(total(page, "heads")).toHaveText("24");
    await expect(total(page, "named")).toHaveText("0 named");
    await expect(section(page, "Wales")).toContainText("0 named of 4 expected");
    await expect(section(page, "Wales")).toContainText("To confirm");
    await expect(section(page, "Basque Country")).toContainText("Innobasque, Basque Government");
    await expect(page.locator(".people__table")).toHaveCount(0);
});

test("a delegate is added, filled in in place, and found again", async ({ page }) => {
    await openPlan(page, "#/people");
    await page.getByRole("button", { name: "Add delegate to Wales" }).click();
    const fields = panel(page);
    await expect(fields.getByLabel("Name")).toBeFocused();
    await page.keyboard.type("Ada Uno");
    await expect(fields.getByRole("heading", { name: "Ada Uno" })).toBeVisible();
    const values = {
        Organisation: "Welsh Government",
        Role: "Head of delegation",
        "E-mail": "ada@example.net",
        Telephone: "+44 29 5550 0100",
        "Diet and allergies": "vegetarian",
        "Accessibility needs": "step-free access",
        Languages: "English, Welsh",
        "Arrival date": "2017-11-20",
        "Arrival time": "18:45",
        "Arrives at: place, flight or train": "Caselle",
        "Departure time": "16:00",
        "Leaves from: place, flight or train": "Porta Susa",
        "Emergency contact": "Bea Due, +44 29 5550 0101",
    };
    for (const [label, value] of Object.entries(values)) {
        await fields.getByLabel(label, { exact: true }).fill(value);
        await fields.getByLabel(label, { exact: true }).blur();
    }
    await fields.getByLabel("Photo consent").selectOption("given");
    // A time alone is of the meeting's last day.
    await expect(fields.getByLabel("Departure date")).toHaveValue("2017-11-22");

    const row = section(page, "Wales").getByRole("row", { name: /Ada Uno/ });
    await expect(row).toContainText("Welsh Government");
    await expect(row).toContainText("20 Nov, 18:45");
    await expect(row).toContainText("Caselle");
    await expect(row).toContainText("22 Nov, 16:00");
    await expect(row.getByRole("link", { name: "ada@example.net" })).toHaveAttribute("href", "mailto:ada@example.net");
    await expect(row.getByRole("link", { name: "+44" })).toHaveAttribute("href", "tel:+442955500100");
    await expect(section(page, "Wales")).toContainText("1 named of 4 expected");
    await expect(total(page, "diets")).toHaveText("1 vegetarian");
    await expect(total(page, "needs")).toHaveText("1 step-free access");
    await expect(total(page, "missing")).toHaveText("nothing");
    await expect(total(page, "heads")).toHaveText("24");

    await saved(page);
    await page.reload();
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    for (const [label, value] of Object.entries(values)) {
        await expect(fields.getByLabel(label, { exact: true })).toHaveValue(value);
    }
    await expect(fields.getByLabel("Photo consent")).toHaveValue("given");
});

test("half a journey is not kept, and the field says what is missing", async ({ page }) => {
    await openPlan(page, "#/people");
    await page.getByRole("button", { name: "Add delegate to Wales" }).click();
    const fields = panel(page);
    await fields.getByLabel("Arrival date").fill("2017-11-20");
    await fields.getByLabel("Arrival date").blur();
    await expect(fields.getByText("Not kept yet: enter date and time.")).toBeVisible();
    await expect(total(page, "missing")).toContainText("1 arrival,");
    await fields.getByLabel("Arrival time").fill("18:45");
    await fields.getByLabel("Arrival time").blur();
    await expect(section(page, "Wales")).toContainText("20 Nov, 18:45");
    await expect(fields.getByText("Not kept yet")).toBeHidden();
    await expect(total(page, "missing")).not.toContainText("arrival");
    // Emptied, it is gone; undo brings it back into the fields.
    await fields.getByLabel("Arrival date").fill("");
    await fields.getByLabel("Arrival date").blur();
    await expect(fields.getByLabel("Arrival time")).toHaveValue("");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(fields.getByLabel("Arrival time")).toHaveValue("18:45");
    await expect(fields.getByLabel("Arrival date")).toHaveValue("2017-11-20");
});

test("a delegate changes delegation", async ({ page }) => {
    await enrol(page);
    await page.getByRole("link", { name: "Cia Tre" }).click();
    await panel(page).getByLabel("Delegation").selectOption({ label: "Lithuania" });
    await expect(section(page, "Lithuania").getByRole("row", { name: /Cia Tre/ })).toBeVisible();
    await expect(section(page, "Basque Country")).toContainText("0 named of 5 expected");
});

test("a new delegation has a colour and a letter of its own, and the letter follows the name", async ({ page }) => {
    await openPlan(page, "#/people");
    await page.getByRole("button", { name: "Add delegation" }).click();
    const fields = panel(page);
    await expect(fields.getByLabel("Name", { exact: true })).toBeFocused();
    await page.keyboard.type("Latvia");
    await expect(section(page, "Latvia")).toBeVisible();
    // L is Lithuania's, A the advisory partner's.
    await expect(section(page, "Latvia").locator(".badge")).toHaveText("T");
    await expect(fields.getByRole("radio", { name: "Grey" })).toBeChecked();
    await fields.getByLabel("Letter").fill("LV");
    await fields.getByLabel("Name in Italian").fill("Lettonia");
    await fields.getByLabel("Region", { exact: true }).fill("Riga");
    await fields.getByLabel("Organisations").fill("First\n\n  Second ");
    await fields.getByLabel("Country").fill("lv");
    await fields.getByLabel("Expected head-count").fill("3");
    await fields.getByRole("checkbox", { name: "Head-count to confirm" }).check();
    await fields.getByRole("radio", { name: "Rose" }).check();
    await expect(section(page, "Latvia")).toContainText("0 named of 3 expected");
    await expect(section(page, "Latvia")).toContainText("Riga · LV · First, Second");
    await expect(section(page, "Latvia").locator(".badge")).toHaveClass(/hue-rose/);
    await expect(section(page, "Latvia").locator(".badge")).toHaveText("LV");
    await expect(total(page, "heads")).toHaveText("27");
    // The figures above say the same.
    await expect(page.locator(".totals__word--delegation", { hasText: "Latvia" }).locator(".badge")).toHaveClass(/hue-rose/);
    // Once somebody chose the letter it stays.
    await fields.getByLabel("Name", { exact: true }).fill("Estonia");
    await expect(section(page, "Estonia").locator(".badge")).toHaveText("LV");
    await saved(page);
    await page.reload();
    await expect(section(page, "Estonia")).toContainText("Riga · LV · First, Second");
    await expect(fields.getByLabel("Name in Italian")).toHaveValue("Lettonia");
});

test("what a field cannot take it says, and the plan stays as it was", async ({ page }) => {
    await openPlan(page, "#/people");
    await section(page, "Wales").getByRole("link", { name: "Wales" }).click();
    const fields = panel(page);
    await fields.getByLabel("Country").fill("Wales");
    await fields.getByLabel("Country").blur();
    await expect(fields.getByText("Enter the two letters of the country")).toBeVisible();
    await expect(fields.getByLabel("Country")).toHaveAttribute("aria-invalid", "true");
    await expect(section(page, "Wales")).toContainText("GB · Welsh Government");
    await fields.getByLabel("Letter").fill("WAL");
    await fields.getByLabel("Letter").blur();
    await expect(fields.getByText("Enter one or two letters.")).toBeVisible();
    await expect(section(page, "Wales").locator(".badge")).toHaveText("W");
});

test("a delegation is removed with its delegates, says so, and undo brings all back", async ({ page }) => {
    await enrol(page);
    await section(page, "Wales").getByRole("link", { name: "Wales" }).click();
    await expect(panel(page)).toContainText("Its 2 delegates are removed with it.");
    await panel(page).getByRole("button", { name: "Remove delegation" }).click();
    await expect(section(page, "Wales")).toHaveCount(0);
    await expect(page.getByText("Ada Uno")).toHaveCount(0);
    await expect(panel(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: "Done: remove Wales." })).toHaveCount(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(section(page, "Wales")).toContainText("2 named of 4 expected");
});

test("a delegate is removed, and undo brings the person back", async ({ page }) => {
    await enrol(page);
    await page.getByRole("link", { name: "Bea Due" }).click();
    await panel(page).getByRole("button", { name: "Remove delegate" }).click();
    await expect(page.getByRole("row", { name: /Bea Due/ })).toHaveCount(0);
    await expect(total(page, "diets")).toHaveText("2 vegetarian");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("row", { name: /Bea Due/ })).toBeVisible();
});

test("with nobody in it the screen says what to do next", async ({ page }) => {
    await openPlan(page, "#/people");
    for (const name of ["Piedmont", "Basque Country", "Wales", "Lithuania", "Advisory partner"]) {
        await section(page, name).getByRole("link", { name }).click();
        await panel(page).getByRole("button", { name: "Remove delegation" }).click();
        await expect(section(page, name)).toHaveCount(0);
    }
    await expect(page.getByText("Nobody is here yet.")).toBeVisible();
    await expectAccessible(page);
    // Rows that name no delegation can go to a new one.
    await paste(page, "Ada Uno\tada@example.net\nBea Due\tbea@example.net");
    await expect(page.getByRole("button", { name: "Add 0 delegates" })).toBeDisabled();
    await page.getByLabel("All 2 go to").selectOption({ label: "a new delegation, named later" });
    await page.getByRole("button", { name: "Add 2 delegates" }).click();
    await expect(section(page, "Untitled")).toContainText("2 named");
});

test.describe("findings", () => {
    test("an address opens the delegation that a finding is about, with its way out", async ({ page }) => {
        await openPlan(page, "#/people");
        const href = await section(page, "Wales").getByRole("link", { name: "Wales" }).getAttribute("href");
        expect(href).toMatch(/^#\/people\?show=/);
        await openPlan(page, "");
        await openPlan(page, href);
        const finding = panel(page).locator("[data-finding='to-confirm']");
        await expect(panel(page).getByRole("heading", { name: "Wales" })).toBeFocused();
        await expect(finding).toHaveAttribute("data-severity", "note");
        await expect(finding).toContainText("The head-count of Wales is still to confirm.");
        await finding.getByRole("button", { name: "Confirm" }).click();
        await expect(finding).toHaveCount(0);
        await expect(section(page, "Wales").getByText("To confirm")).toHaveCount(0);
        await page.getByRole("button", { name: "Undo" }).click();
        await expect(finding).toHaveCount(1);
    });

    test("somebody who arrives late is marked in the list and told in the panel", async ({ page }) => {
        await enrol(page);
        await expect(page.getByRole("row", { name: /Bea Due/ })).toContainText("1 problem");
        await expect(page.getByRole("row", { name: /Ada Uno/ })).not.toContainText("problem");
        await page.getByRole("link", { name: "Bea Due" }).click();
        const finding = panel(page).locator("[data-finding='arrival-late']");
        await expect(finding).toHaveAttribute("data-severity", "warning");
        await expect(finding).toContainText("10:15");
    });

    test("an address of somebody who is not there shows the list", async ({ page }) => {
        await openPlan(page, "#/people?show=00000000-0000-4000-8000-00000000dead");
        await expect(page.locator(".delegation")).toHaveCount(5);
        await expect(panel(page)).toHaveCount(0);
    });
});

test("everything goes by keyboard: open, close, and back where it was", async ({ page }) => {
    await openPlan(page, "#/people");
    const link = section(page, "Wales").getByRole("link", { name: "Wales" });
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(panel(page).getByRole("heading", { name: "Wales" })).toBeFocused();
    await expect(link).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("Tab");
    await expect(panel(page).getByRole("link", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toHaveCount(0);
    await expect(link).toBeFocused();
    // The browser's way back opens it again.
    await page.goBack();
    await expect(panel(page).getByRole("heading", { name: "Wales" })).toBeVisible();
});

test("a name that is typed redraws its own row only", async ({ page }) => {
    await enrol(page);
    await page.getByRole("link", { name: "Ada Uno" }).click();
    await page.evaluate(() => {
        for (const row of document.querySelectorAll(".people__row, .delegation")) row.marked = true;
    });
    await panel(page).getByLabel("Name").fill("Ada Sei");
    await expect(page.getByRole("row", { name: /Ada Sei/ })).toBeVisible();
    const marked = await page.evaluate(() =>
        [...document.querySelectorAll(".people__row, .delegation")].every((row) => row.marked),
    );
    expect(marked).toBe(true);
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`accessible and within the page: ${colorScheme}, ${width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 740 });
            const fits = async () => {
                const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                expect(overflow).toBeLessThanOrEqual(0);
                await expectAccessible(page);
            };
            await openPlan(page, "#/people");
            await fits();
            await paste(page, table);
            await expect(page.getByRole("button", { name: "Add 4 delegates" })).toBeEnabled();
            await fits();
            await page.getByRole("button", { name: "Add 4 delegates" }).click();
            await expect(page.getByText("Ada Uno").first()).toBeVisible();
            await fits();
            await page.getByRole("link", { name: "Bea Due" }).click();
            await expect(panel(page).locator("[data-finding='arrival-late']")).toBeVisible();
            await fits();
            await panel(page).getByRole("link", { name: "Close" }).click();
            await section(page, "Wales").getByRole("link", { name: "Wales" }).click();
            await expect(panel(page).getByRole("button", { name: "Remove delegation" })).toBeAttached();
            await fits();
        });
    }
}

test("at twice the size nothing runs out of the page", async ({ page }) => {
    // 200 % zoom leaves a page half the pixels.
    await page.setViewportSize({ width: 675, height: 470 });
    await enrol(page);
    await page.getByRole("link", { name: "Bea Due" }).click();
    await expect(panel(page)).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
});

test("on a phone a row is a card, the panel takes the list's place, and closing it leads back", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await enrol(page);
    const link = page.getByRole("link", { name: "Bea Due" });
    const cell = page.locator(".people__row", { has: link }).locator(".people__cell", { hasText: "step-free access" });
    await expect(cell).toHaveCSS("display", "grid");
    await expect(page.locator(".people__cell--empty").first()).toBeHidden();
    for (const target of [link, page.getByRole("button", { name: "Add delegate to Wales" })]) {
        const box = await target.boundingBox();
        expect(box.height).toBeGreaterThanOrEqual(43.9);
    }
    await link.click();
    await expect(page.locator(".people__list")).toBeHidden();
    await panel(page).getByRole("link", { name: "Close" }).click();
    await expect(link).toBeFocused();
});

test.describe("in Italian", () => {
    test.use({ locale: "it-IT" });

    test("the screen and a pasted table are Italian", async ({ page }) => {
        await openPlan(page, "#/people");
        await expect(page.getByRole("heading", { level: 1, name: "Persone" })).toBeVisible();
        await expect(section(page, "Paesi Baschi")).toContainText("0 con nome su 5 previsti");
        await page.getByRole("button", { name: "Incolla da un foglio di calcolo" }).click();
        await page.getByLabel("Righe", { exact: true }).fill(
            rows(
                ["Nome", "Cognome", "Delegazione", "Dieta", "Arrivo", "Consenso foto"],
                ["Ada", "Uno", "Paesi Baschi", "vegetariana", "lunedì 20 novembre ore 18.45", "sì"],
            ),
        );
        await expect(page.getByText("1 riga · 1 da aggiungere")).toBeVisible();
        await page.getByRole("button", { name: "Aggiungi 1 delegato" }).click();
        const row = section(page, "Paesi Baschi").getByRole("row", { name: /Ada Uno/ });
        await expect(row).toContainText("vegetariana");
        await expect(row).toContainText("20 nov, 18:45");
        await expect(total(page, "missing")).toHaveText("1 partenza");
        await expectAccessible(page);
    });
});
