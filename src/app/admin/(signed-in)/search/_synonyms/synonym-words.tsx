import { UserText } from "@/app/admin/_components/text/user-text";

interface Props {
  terms: readonly string[];
  finds?: readonly string[] | undefined;
}

/** "robini, robinie → robinet": what is searched and what it finds; without an arrow, each word finds the others. */
export function SynonymWords({ terms, finds = [] }: Props) {
  return (
    <>
      <Words words={terms} />
      {finds.length > 0 && (
        <>
          {" "}
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">trouve aussi</span> <Words words={finds} />
        </>
      )}
    </>
  );
}

function Words({ words }: { words: readonly string[] }) {
  return words.map((word, index) => (
    <span key={word}>
      {index > 0 && ", "}
      <UserText text={word} />
    </span>
  ));
}
