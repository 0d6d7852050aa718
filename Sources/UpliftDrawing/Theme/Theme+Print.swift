import UpliftCore

extension Theme {
  /// For paper: black on white, little ink, and outlines that survive a copier.
  public static let print = Theme(
    name: "print", isDark: false,
    canvas: Color(hex: 0xFFFFFF), surface: Color(hex: 0xFFFFFF),
    headerSurface: Color(hex: 0xFFFFFF), line: Color(hex: 0xDADDE2),
    strongLine: Color(hex: 0x9AA1AC), text: Color(hex: 0x000000),
    secondaryText: Color(hex: 0x454B55), accent: Color(hex: 0x1D4F88),
    curveArea: Color(hex: 0x1D4F88, alpha: 0.07), futureCurve: Color(hex: 0x1B6B41),
    curves: [0x1D4F88, 0x94431A, 0x5F3D91, 0x1A645F, 0x8F2A5A].map { Color(hex: $0) },
    evidence: Color(hex: 0x156640), shadow: Color(hex: 0x000000, alpha: 0),
    cards: tints, notes: tints,
    stages: [
      .blue: Banner(0xE1EBF6, text: 0x17395E, outline: 0x1D4F88),
      .teal: Banner(0xDCF0EE, text: 0x134A46, outline: 0x1A645F),
      .green: Banner(0xDFF2E6, text: 0x144D2F, outline: 0x156640),
      .ochre: Banner(0xF8EED2, text: 0x574210, outline: 0x765A17),
      .orange: Banner(0xFBE8D9, text: 0x6B3011, outline: 0x94431A),
      .red: Banner(0xFBE4E1, text: 0x7A211A, outline: 0xA32C23),
      .pink: Banner(0xF9E3EC, text: 0x6E2046, outline: 0x8F2A5A),
      .violet: Banner(0xECE6F7, text: 0x48306E, outline: 0x5F3D91),
      .slate: Banner(0xE8EBF0, text: 0x333B47, outline: 0x48525F),
    ])

  private static let tints: [Swatch: Tint] = [
    .blue: Tint(0xF5F9FD, 0x1D4F88, outline: 0xA9BFD8),
    .teal: Tint(0xF2FAF9, 0x1A645F, outline: 0x9FC8C4),
    .green: Tint(0xF3FAF6, 0x156640, outline: 0xA3CBB4),
    .ochre: Tint(0xFDFAF0, 0x765A17, outline: 0xD1C196),
    .orange: Tint(0xFEF7F1, 0x94431A, outline: 0xDDB99F),
    .red: Tint(0xFEF5F4, 0xA32C23, outline: 0xDEAAA5),
    .pink: Tint(0xFDF4F8, 0x8F2A5A, outline: 0xD8AABF),
    .violet: Tint(0xF8F6FC, 0x5F3D91, outline: 0xBFB0D9),
    .slate: Tint(0xF6F8FA, 0x48525F, outline: 0xB2BAC5),
  ]
}
