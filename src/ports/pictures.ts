/** Draws what people would rather look at than read. */
export interface Pictures {
  /**
   * The drawing as a PNG file, at most 2000 × 3000 pixels: a larger one is drawn smaller. The same text gives the same
   * bytes. Rejects where the text is no SVG that can be drawn; it never reads what an SVG may refer to.
   */
  png(svg: string): Promise<Uint8Array>;
}
