export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
