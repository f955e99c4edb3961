// Study visits to be arranged, as plan files.
import { empty } from "./plans.mjs";

export const id = (number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

// From Finpiemonte to companies, ten minutes from anywhere to anywhere, an hour at each, by groups of ten; 15 minutes of
// gathering and 5 of boarding from 13:00.
const NAMES = ["Prima Industrie", "IRIS", "SPEA", "Alfa", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta"];

export function outing(hosts, groups, { visit = {}, stop = () => ({}), host = () => ({}) } = {}) {
    const file = empty();
    const places = Array.from({ length: hosts + 1 }, (_, place) => place);
    const each = (count, make) => Array.from({ length: count }, (_, index) => make(index + 1));
    Object.assign(file.plan, {
        venues: places.map((place) => ({ id: id(100 + place), name: place ? NAMES[place - 1] : "Finpiemonte" })),
        transfers: places.flatMap((from) =>
            places.filter((to) => to > from).map((to) => ({ from: id(100 + from), to: id(100 + to), minutes: 10 })),
        ),
        hosts: each(hosts, (n) => ({ id: id(200 + n), name: NAMES[n - 1], venue: id(100 + n), ...host(n) })),
        visits: [
            {
                id: id(300),
                title: "Study visit",
                start: "2017-11-21T13:00",
                gathering: 15,
                startPlace: id(100),
                returnPlace: id(100),
                returnBoarding: 5,
                order: each(hosts, (n) => id(400 + n)),
                ...visit,
            },
        ],
        stops: each(hosts, (n) => ({
            id: id(400 + n),
            visit: id(300),
            host: id(200 + n),
            boarding: 5,
            gate: 5,
            tour: 40,
            questions: 10,
            countBack: 5,
            ...stop(n),
        })),
        delegations: each(Math.max(groups, 2), (n) => ({ id: id(500 + n), name: `Region ${n}`, letter: "R", hue: "teal", expected: 10 })),
        groups: each(groups, (n) => ({
            id: id(600 + n),
            visit: id(300),
            letter: String.fromCharCode(64 + n),
            hue: n % 2 ? "orange" : "blue",
            delegations: [id(500 + n)],
        })),
    });
    return file;
}
