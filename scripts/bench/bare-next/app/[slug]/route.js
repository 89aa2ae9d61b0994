import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

/** The least that a Next application can do with a database: one indexed query, and its row as JSON. */
export async function GET(_request, { params }) {
  const { slug } = await params;
  const { rows } = await pool.query({
    name: "product",
    text: 'SELECT * FROM "Product" WHERE "slug" = $1',
    values: [slug],
  });
  return Response.json(rows[0] ?? null, { status: rows.length > 0 ? 200 : 404 });
}
