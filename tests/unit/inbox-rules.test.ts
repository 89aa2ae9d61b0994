import { describe, expect, it } from "vitest";
import { getShortcutKey } from "@/app/admin/_components/page/keyboard";
import {
  applyMessagePatch,
  buildReplySubject,
  buildVariableValues,
  resolveFolder,
  resolveVariables,
} from "@/domain/messaging/inbox/rules";
import { formatRelative } from "@/lib/format/format";

const message = {
  name: "Fatima Zahra Alaoui",
  reference: 1042,
  locale: "FR" as const,
  subject: "Zellige" as string | null,
  product: { name: "Zellige vert", nameAr: "زليج أخضر" as string | null },
};

const SHOP = {
  name: "Le magasin",
  address: { FR: "Avenue Mohammed V", AR: "شارع محمد الخامس" },
  hours: { FR: "lundi à samedi de 09:00 à 19:00, dimanche fermé", AR: "كل يوم" },
};

describe("The subject of a reply", () => {
  it.each([
    ["Zellige vert", "Re: Zellige vert [EO-1042]"],
    ["RE: Zellige", "Re: Zellige [EO-1042]"],
    ["Fwd : prix", "Re: prix [EO-1042]"],
    ["  a\r\n\tb  ", "Re: a b [EO-1042]"],
    [null, "Re: Zellige vert [EO-1042]"],
    ["زليج", "Re: زليج [EO-1042]"],
  ])("of %j is %j", (subject, expected) => {
    expect(buildReplySubject({ ...message, subject })).toBe(expected);
  });

  it("to a message without a subject is in the customer's language", () => {
    const bare = { ...message, subject: null, product: null };
    expect(buildReplySubject(bare)).toBe("Re: Votre message [EO-1042]");
    expect(buildReplySubject({ ...bare, locale: "AR" })).toBe("Re: رسالتكم [EO-1042]");
  });

  it("is limited in length", () => {
    expect(buildReplySubject({ ...message, subject: "🙂".repeat(200) }).length).toBeLessThan(150);
  });
});

describe("Reply variables", () => {
  const values = buildVariableValues(message, SHOP);

  it("are replaced by the data of the message, in any spelling", () => {
    const { text, unresolved } = resolveVariables(
      "{{prenom}} {{ PRÉNOM }} {{nom}} {{produit}} {{référence}} {{magasin}}",
      values,
    );
    expect(text).toBe("Fatima Fatima Fatima Zahra Alaoui Zellige vert EO-1042 Le magasin");
    expect(unresolved).toEqual([]);
  });

  it("name the product in the customer's language", () => {
    expect(buildVariableValues({ ...message, locale: "AR" }, SHOP).produit).toBe("زليج أخضر");
    const french = {
      ...message,
      locale: "AR" as const,
      product: { name: "Zellige", nameAr: null },
    };
    expect(buildVariableValues(french, SHOP).produit).toBe("Zellige");
  });

  it("that are unknown remain, and are reported once", () => {
    const { text, unresolved } = resolveVariables("{{prix}} {{prix}} {{toString}} {{}}", values);
    expect(text).toBe("{{prix}} {{prix}} {{toString}} {{}}");
    expect(unresolved).toEqual(["{{prix}}", "{{toString}}", "{{}}"]);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])(
    "do not include {{%s}}, which every object inherits",
    (name) => {
      const typed = `{{${name}}}`;
      expect(resolveVariables(typed, values)).toEqual({ text: typed, unresolved: [typed] });
    },
  );

  it("name the shop's address and hours in the customer's language", () => {
    const { text } = resolveVariables("{{adresse}}, {{horaires}}", values);
    expect(text).toBe(`${SHOP.address.FR}, ${SHOP.hours.FR}`);
    expect(buildVariableValues({ ...message, locale: "AR" }, SHOP).adresse).toBe(SHOP.address.AR);
  });

  it("are replaced once: a name is not a template", () => {
    const sly = buildVariableValues({ ...message, name: "{{magasin}} $& $1" }, SHOP);
    expect(resolveVariables("{{nom}}", sly).text).toBe("{{magasin}} $& $1");
  });
});

describe("The state of a message", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const state = {
    status: "READ" as const,
    waitingSince: null,
    isSpam: false,
    isDoubtful: false,
    assignedToId: null,
  };

  it("can be waiting only while it is open", () => {
    const waiting = applyMessagePatch({ ...state, status: "ARCHIVED" }, { waiting: true }, now);
    expect(waiting).toMatchObject({ status: "READ", waitingSince: now });
    expect(applyMessagePatch(waiting, { waiting: true }, new Date()).waitingSince).toBe(now);
    for (const status of ["NEW", "READ", "REPLIED", "ARCHIVED"] as const) {
      expect(applyMessagePatch(waiting, { status }, now)).toMatchObject({
        status,
        waitingSince: null,
      });
    }
  });

  it("is searched in new messages, or in all folders for a text search", () => {
    expect(resolveFolder({})).toBe("new");
    expect(resolveFolder({ q: "zellige" })).toBe("all");
    expect(resolveFolder({ q: "zellige", folder: "spam" })).toBe("spam");
  });
});

describe("A shortcut key", () => {
  const press = (fields: Partial<KeyboardEvent>) =>
    getShortcutKey({
      key: "",
      code: "",
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      getModifierState: () => false,
      ...fields,
    } as KeyboardEvent);

  it("is matched by the character of the keyboard layout", () => {
    expect(press({ key: "a", code: "KeyQ" })).toBe("a");
    expect(press({ key: "?", code: "KeyM", shiftKey: true })).toBe("?");
  });

  it("is matched by its position in layouts without Latin letters", () => {
    expect(press({ key: "ت", code: "KeyJ" })).toBe("j");
    expect(press({ key: "ـ", code: "KeyJ", shiftKey: true })).toBeNull();
  });

  it("is ignored with a modifier key", () => {
    for (const held of ["ctrlKey", "metaKey", "altKey", "shiftKey"]) {
      expect([held, press({ key: "e", code: "KeyE", [held]: true })]).toEqual([held, null]);
    }
    expect(press({ key: "€", code: "KeyE", getModifierState: () => true })).toBeNull();
  });
});

describe("Relative time", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  it.each([
    ["2026-11-22T11:59:30Z", "à l’instant"],
    ["2026-11-22T11:55:00Z", "il y a 5 minutes"],
    ["2026-11-22T09:00:00Z", "il y a 3 heures"],
    ["2026-11-21T10:00:00Z", "hier"],
    ["2026-11-10T10:00:00Z", "10 nov. 2026"],
    ["2026-11-22T12:00:09Z", "à l’instant"],
  ])("of %s is %s", (value, expected) => {
    expect(
      formatRelative(value, now)
        .replace(/'/g, "’")
        .replace(/\u00a0/g, " "),
    ).toBe(expected);
  });
});
