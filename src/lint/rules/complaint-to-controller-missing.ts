import { exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const complaintToControllerMissing: LawRule = {
  id: "complaint-to-controller-missing",
  severity: "error",
  needs: "site",
  summary: "Nothing says how to complain to the controller itself.",
  why: "The controller must take complaints and make it easy to send one, such as by a form, and must tell people that they may. The page leads to the controller's own address where no other is given, which is then no more than a note.",
  law: ask(
    "complaints to the controller, with duties.complaint-route",
    ({ complaints = [], duties }) => {
      const route = complaints.find(({ to }) => to === "controller");
      return route && duties?.["complaint-route"] ? route.source : undefined;
    },
  ),
  exampleIn: "UK",
  bad: exampleSite({ complaints: undefined }),
  good: exampleSite({}),
  check({ value: { complaints, controller } }) {
    if (complaints?.url !== undefined || complaints?.email !== undefined) return [];
    const isReachable = controller?.email !== undefined || controller?.address !== undefined;
    const message = 'no address for complaints to the controller, expected "complaints"';
    const hint = 'with "url" of a form or "email"';
    return [{ severity: isReachable ? "note" : "error", path: ["complaints"], message, hint }];
  },
};
