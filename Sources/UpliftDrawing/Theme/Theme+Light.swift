import UpliftCore

extension Theme {
  public static let light = Theme(
    name: "light", isDark: false,
    canvas: Color(hex: 0xEEF0F2), surface: Color(hex: 0xFFFFFF),
    headerSurface: Color(hex: 0xF6F7F9), line: Color(hex: 0xE6E8EC),
    strongLine: Color(hex: 0xD5D9DF), text: Color(hex: 0x23272F),
    secondaryText: Color(hex: 0x5C6370), accent: Color(hex: 0x2563A8),
    curveArea: Color(hex: 0x2563A8, alpha: 0.11), futureCurve: Color(hex: 0x23804F),
    curves: [0x2563A8, 0xB3541E, 0x7A4FB0, 0x1F7A74, 0xB0346E].map { Color(hex: $0) },
    evidence: Color(hex: 0x1C8050), shadow: Color(hex: 0x1A2233, alpha: 0.13),
    cards: [
      .blue: Tint(0xE8F0FA, 0x2563A8), .teal: Tint(0xE0F2F0, 0x23716D),
      .green: Tint(0xE4F4EB, 0x1C8050), .ochre: Tint(0xFBF2DA, 0x8A6A1F),
      .orange: Tint(0xFCEBDD, 0xB3541E), .red: Tint(0xFDEAE8, 0xC0362C),
      .pink: Tint(0xFAE7EF, 0xB0346E), .violet: Tint(0xF0EBF9, 0x6B4FA0),
      .slate: Tint(0xEBEEF3, 0x566172),
    ],
    notes: [
      .blue: Tint(0xDCEBFB, 0x2563A8), .teal: Tint(0xD8F0ED, 0x23716D),
      .green: Tint(0xDFF3E6, 0x1C8050), .ochre: Tint(0xFFF6C9, 0x8A6A1F),
      .orange: Tint(0xFDE6D2, 0xB3541E), .red: Tint(0xFBDEDA, 0xC0362C),
      .pink: Tint(0xF7E0E6, 0xB0346E), .violet: Tint(0xE9E1F8, 0x6B4FA0),
      .slate: Tint(0xE3E7ED, 0x566172),
    ],
    stages: [
      .blue: Banner(0x2F5D8A), .teal: Banner(0x2C7875), .green: Banner(0x2E774B),
      .ochre: Banner(0x866A2C), .orange: Banner(0xA3571F), .red: Banner(0xA6423A),
      .pink: Banner(0x9E446D), .violet: Banner(0x6A5494), .slate: Banner(0x566172),
    ])
}

extension Theme.Tint {
  init(_ fill: UInt32, _ strong: UInt32, outline: UInt32? = nil) {
    self.fill = Color(hex: fill)
    self.strong = Color(hex: strong)
    self.outline = outline.map { Color(hex: $0) }
  }
}

extension Theme.Banner {
  init(_ fill: UInt32, text: UInt32 = 0xFFFFFF, outline: UInt32? = nil) {
    self.fill = Color(hex: fill)
    self.text = Color(hex: text)
    self.outline = outline.map { Color(hex: $0) }
  }
}
