import type { LexiconEntry } from "./entry";

export const paint: readonly LexiconEntry[] = [
  { terms: ["peinture", "sbagha", "صباغة", "دهان"] },
  { terms: ["peintre", "sebbagh", "صباغ"] },
  { terms: ["vernis", "virni", "ورنيش", "فيرني"] },
  { terms: ["laque", "لك", "لاك"] },
  { terms: ["pinceau", "chita", "شيتة", "فرشاة صباغة"] },
  { terms: ["rouleau", "roulo", "رولو", "أسطوانة"] },
  { terms: ["diluant", "white spirit", "dilio", "ديليو", "مخفف صباغة"] },
  { terms: ["enduit de rebouchage", "معجون"] },
  { terms: ["papier de verre", "papier abrasif", "papier à poncer", "كاغيط حرش", "ورق صنفرة"] },
  { terms: ["spatule", "couteau à enduire", "couteau de peintre", "سباتيل"] },
  { terms: ["ruban de masquage", "scotch de peintre", "شريط لاصق"] },
  { terms: ["pigment", "colorant", "صبغة"] },
  { terms: ["bâche", "غطاء بلاستيكي"] },
  { terms: ["décapant", "ديكابان", "مزيل صباغة"] },
  { terms: ["mat", "غير لامع"] },
  { terms: ["satiné", "نصف لامع"] },
  { terms: ["sous-couche"], finds: ["primaire"] },
  { terms: ["peindre", "repeindre"], finds: ["peinture", "pinceau", "rouleau"] },
  { terms: ["rebouchage", "reboucher"], finds: ["enduit", "plâtre"] },
];
