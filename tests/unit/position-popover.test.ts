import { expect, test, vi } from "vitest";
import { positionPopover } from "@/app/admin/_components/dialogs/position-popover";

const MENU = { width: 200, height: 120 };

const buildControl = (isVisible: boolean) => ({
  checkVisibility: () => isVisible,
  focus: vi.fn(),
});

function placed(left: number, top: number, controls: ReturnType<typeof buildControl>[] = []) {
  vi.stubGlobal("window", { innerWidth: 1280, innerHeight: 800 });
  const style = { insetInlineStart: "", insetBlockStart: "" };
  const menu = { style, getBoundingClientRect: () => MENU, querySelectorAll: () => controls };
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

test("The first visible control of a menu gets the focus", () => {
  const controls = [buildControl(false), buildControl(true), buildControl(true)];
  placed(270, 100, controls);
  expect(controls.map(({ focus }) => focus.mock.calls.length)).toEqual([0, 1, 0]);
  vi.unstubAllGlobals();
});
