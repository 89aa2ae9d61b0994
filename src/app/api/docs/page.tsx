import type { Metadata } from "next";
import { describePublicApi } from "@/app/api/openapi";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "API – Equipement Ouarzazate",
  robots: { index: false },
};

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: unknown;
}

interface Answer {
  description: string;
  content?: Record<string, { schema: unknown }>;
}

interface Operation {
  summary: string;
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, Answer>;
}

/** Renders the OpenAPI document of the public routes without client scripts or external hosts. */
export default function DocsPage() {
  const document = describePublicApi();
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation: operation as Operation,
    })),
  );
  return (
    <main className={styles.page}>
      <h1>{document.info.title}: REST API</h1>
      <p>
        {document.info.description} As a document: <a href="/api/openapi.json">/api/openapi.json</a>
        , which also holds the routes of the staff for those who are signed in. Every answer carries
        the same envelope (<code>success</code>, <code>data</code> or <code>error</code>,{" "}
        <code>meta.requestId</code>).
      </p>
      <nav aria-label="Operations">
        <ul className={styles.contents}>
          {operations.map(({ path, method, operation }) => (
            <li key={operation.operationId + method}>
              <a href={`#${operation.operationId}`}>
                <code>
                  {method} {path}
                </code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {operations.map(({ path, method, operation }) => (
        <section key={operation.operationId + method} id={operation.operationId}>
          <h2>
            <code>
              {method} {path}
            </code>
          </h2>
          <p>{operation.summary}.</p>
          {operation.parameters.length > 0 && <Parameters parameters={operation.parameters} />}
          {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => (
            <Schema key={type} title={`Body (${type})`} schema={schema} />
          ))}
          {Object.entries(operation.responses).map(([status, { description, content }]) => (
            <Schema
              key={status}
              title={`${status} ${description}`}
              schema={content?.["application/json"]?.schema}
            />
          ))}
        </section>
      ))}
    </main>
  );
}

function Parameters({ parameters }: { parameters: Parameter[] }) {
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">In</th>
            <th scope="col">Required</th>
            <th scope="col">Schema</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={parameter.name}>
              <th scope="row">
                <code>{parameter.name}</code>
              </th>
              <td>{parameter.in}</td>
              <td>{parameter.required ? "yes" : "no"}</td>
              <td>
                <code>{JSON.stringify(parameter.schema)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Schema({ title, schema }: { title: string; schema: unknown }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre className={styles.schema}>{JSON.stringify(schema, null, 2)}</pre>
    </details>
  );
}
