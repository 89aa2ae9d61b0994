export interface FaqPage {
  title: string;
  description: string;
  heading: string;
  lead: string;
  groups: { heading: string; questions: FaqEntry[] }[];
}

export interface FaqEntry {
  question: string;
  answer: string[];
}
