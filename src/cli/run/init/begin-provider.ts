import { writePair } from "../../../source/yaml/write.ts";
import type { Answers, Service } from "./answers.ts";

const modeline = "# yaml-language-server: $schema=../schema/provider.json";

/** The file of a service of which nothing is known yet but its name. */
export const beginProvider = ({ id, name }: Service): string => `${modeline}
# Not in the catalogue. Still to be found out: what it sets, why and for how long, and who runs it.
# Each cookie is an item of "cookies":
#   - name: "_id_*"
#     function: media-player
#     purposes: [measure-audience]
#     duration: 6 months
# The ids: npx cookie-ledger list functions, npx cookie-ledger list purposes
# Where its maker publishes a table, delete this file and make another of it:
#   npx cookie-ledger provider new ${id} --source https://… < table.html
${writePair("name", name, "")}
cookies: []
`;

/** The file of a site's own cookies, with an example. */
export const beginOwnProvider = ({ name }: Answers): string => `${modeline}
# One service provider and the cookies it sets. This one is you: the cookies of the site itself.
# Still to be found out: which they are. This one is an example.
${writePair("name", name, "")}
operator: site
cookies:
  - name: "session"
    function: authentication
    purposes: [remember-user]
    duration: session
`;
