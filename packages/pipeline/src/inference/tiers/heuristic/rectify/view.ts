/** The part of a pack that is in view, in shares of its box. */
export interface View {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const wholeView: View = { left: 0, top: 0, right: 1, bottom: 1 };
