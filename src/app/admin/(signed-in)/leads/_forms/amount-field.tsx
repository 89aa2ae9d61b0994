import { TextField } from "@/app/admin/_components/fields/fields";
import { LEAD_FIELDS } from "@/domain/messaging/leads/fields";
import { getFormLabel } from "@/lib/field-table";

interface Props {
  hint: string;
  error: string | undefined;
  defaultValue?: string;
}

/** The amount of a sale. */
export function AmountField(props: Props) {
  return (
    <TextField
      {...props}
      label={getFormLabel(LEAD_FIELDS.amount)}
      name="amount"
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
    />
  );
}
