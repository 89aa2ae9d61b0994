/** Headers may repeat or be empty; their place in the file identifies them. */
export function listColumns(header: readonly string[]) {
  return header.map((name, place) => ({
    id: `colonne-${place}`,
    label: name || `Colonne ${place + 1}`,
    place,
  }));
}
