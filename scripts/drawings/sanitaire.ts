import { ceramicDrawings, picture, roundBasin, tallTap } from "./sanitaire-ceramics";
import { faucetDrawings } from "./sanitaire-faucets";
import { block, move, settle, sheet } from "./sanitaire-geometry";
import { brushedBrass, stone, zellige } from "./sanitaire-materials";
import type { Scene } from "./sanitaire-render";
import { showerDrawings } from "./sanitaire-showers";
import type { Drawings } from "./studio";

function corner(): Scene {
  const tap = tallTap(brushedBrass, 27, 15);
  return {
    yaw: 26,
    pitch: 15,
    fill: 0.93,
    shift: [0.02, 0],
    parts: [
      ...roundBasin(),
      { geo: move(tap.geo, 0, 0, -24), mat: tap.mat },
      {
        geo: settle(move(block(260, 5, 60, 0.4, 0.5), 0, -5, 2)),
        mat: { ...stone, rough: 0.35 },
        frame: false,
      },
      {
        geo: move(settle(move(sheet(300, 160, 14, 8), 0, 40, 0)), 0, 0, -28.2),
        mat: zellige("#3f7d62", "#1d4a3a", { w: 10, h: 10, joint: 0.12 }, "#c9bfa9"),
        frame: false,
        cast: false,
      },
    ],
  };
}

export const sanitaireDrawings: Drawings = {
  ...faucetDrawings,
  ...ceramicDrawings,
  ...showerDrawings,
  "categorie-sanitaire": picture(corner()),
};
