import { expect, test, vi } from "vitest";
import { positionPopover } from "@/app/admin/_components/dialogs/position-popover";

const MENU = { width: 200, height: 120 };

function placed(left: number, top: number) {
  vi.stubGlobal("window", { innerWidth: 1280, innerHeight: 800 });
  const style = { insetInlineStart: "", insetBlockStart: "" };
  const menu = { style, getBoundingClientRect: () => MENU, querySelector: () => null };
  const from = { left, right: left + 80, top, bottom: top + 40 };
  const opener = { getBoundingClientRect: () => from };
  positionPopover(menu as unknown as HTMLElement, opener as unknown as HTMLElement);
  return style;
}

test.each([
  ["below its button, aligned with its start", 270, 100, "270px", "144px"],
  ["aligned with the end of a button near the window's end", 1180, 100, "1060px", "144px"],
  ["above a button near the bottom of the window", 270, 740, "270px", "616px"],
])("A menu is placed %s", (_, left, top, start, block) => {
  expect(placed(left, top)).toEqual({ insetInlineStart: start, insetBlockStart: block });
  vi.unstubAllGlobals();
});
