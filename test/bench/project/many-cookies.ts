import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How many cookies each provider sets. */
export const cookiesEach = 20;

function provider(number: number): string {
  const cookies = Array.from({ length: cookiesEach }, (_, index) => {
    const name = index % 5 === 0 ? `p${number}_${index}_*` : `p${number}_${index}`;
    const statistics = index % 2 === 0;
    return `  - name: "${name}"
    function: ${statistics ? "audience-measurement" : "session-keeping"}
    purposes: [${statistics ? "measure-audience" : "remember-user"}]
    duration: ${statistics ? "13 months" : "session"}
`;
  });
  return `name: Provider ${number}\nrecipients: []\ncookies:\n${cookies.join("")}`;
}

/** A site in which `lint` finds no error. */
const site = (number: number, providers: readonly string[]): string => `name: Site
url: https://s${number}.example
controller:
  name: Example Company
  address: [1 Example Street, Exampletown]
  email: privacy@s${number}.example
preferences: https://s${number}.example/#cookies
languages: [en]
providers: [${providers.join(", ")}]
`;

/** Writes a project of so many providers, fifty to a site. */
export function generateProviders(folder: string, providers: number): void {
  for (const name of ["providers", "sites"])
    mkdirSync(join(folder, "data", name), { recursive: true });
  for (let number = 0; number < providers; number += 1)
    writeFileSync(join(folder, `data/providers/p${number}.yaml`), provider(number));
  for (let first = 0; first < providers; first += 50) {
    const ids = Array.from(
      { length: Math.min(50, providers - first) },
      (_, index) => `p${first + index}`,
    );
    writeFileSync(join(folder, `data/sites/s${first}.yaml`), site(first, ids));
  }
}
