import { SelectField } from "@/app/admin/_components/fields/fields";
import { PERIODS } from "@/domain/messaging/periods";
import { PERIOD_LABELS } from "./labels";

type Period = (typeof PERIODS)[number];

interface Props {
  label: string;
  value: Period | undefined;
  onChoose: (period: Period | undefined) => void;
}

/** When messages and leads came. */
export function PeriodField({ label, value, onChoose }: Props) {
  return (
    <SelectField
      label={label}
      name="period"
      value={value ?? ""}
      onChange={({ target }) => onChoose(PERIODS.find((period) => period === target.value))}
      emptyLabel="N'importe quand"
      options={PERIODS.map((period) => [period, PERIOD_LABELS[period]] as const)}
    />
  );
}
