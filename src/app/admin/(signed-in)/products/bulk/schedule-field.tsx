import admin from "@/app/admin/_components/admin.module.css";
import { DateTimeInput } from "@/app/admin/_components/fields/dates/date-field";
import { SHOP_TIME_HINT } from "@/app/admin/_components/fields/dates/shop-time";
import { Field } from "@/app/admin/_components/fields/field";
import type { BulkControls } from "./bulk-controls";

export function ScheduleField({ values, change, errors }: BulkControls) {
  return (
    <section className={admin.card} aria-labelledby="quand">
      <h2 id="quand">Quand</h2>
      <Field
        label="À partir du"
        name="scheduledAt"
        error={errors.scheduledAt}
        hint={`${SHOP_TIME_HINT} Vide : tout de suite. Les prix sont calculés à ce moment-là ; d'ici là, les fiches annoncent les nouveaux prix aux clients.`}
      >
        {({ name: _, ...control }) => (
          <DateTimeInput
            {...control}
            label="À partir du"
            defaultTime="00:00"
            value={values.scheduledAt}
            onChange={(time, text) => change({ scheduledAt: time ?? text })}
          />
        )}
      </Field>
    </section>
  );
}
