import type { SampleOf, TemplateName } from "@/domain/outbox/templates";

/** Example props of every template: for the previews (`npm run emails`) and the snapshot tests. */
export const SAMPLES: { [N in TemplateName]: SampleOf<N> } = {
  "password-reset": {
    props: { username: "fatima" },
    secret: { link: "https://exemple.ma/admin/nouveau-mot-de-passe?token=exemple" },
  },
};
