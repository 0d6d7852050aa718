import UpliftCore

extension Theme {
  public static let dark = Theme(
    name: "dark", isDark: true,
    canvas: Color(hex: 0x17191D), surface: Color(hex: 0x1E2126),
    headerSurface: Color(hex: 0x262A30), line: Color(hex: 0x2E333B),
    strongLine: Color(hex: 0x3D434D), text: Color(hex: 0xE9EBEE),
    secondaryText: Color(hex: 0xABB2BD), accent: Color(hex: 0x74AEEB),
    curveArea: Color(hex: 0x74AEEB, alpha: 0.14), futureCurve: Color(hex: 0x5CC491),
    curves: [0x74AEEB, 0xEC9A60, 0xB79FEA, 0x5FC2BA, 0xEC8CB8].map { Color(hex: $0) },
    evidence: Color(hex: 0x4FC08A), shadow: Color(hex: 0x000000, alpha: 0.45),
    cards: [
      .blue: Tint(0x22354C, 0x74AEEB), .teal: Tint(0x1C3D3C, 0x5FC2BA),
      .green: Tint(0x1E3D2C, 0x55C48B), .ochre: Tint(0x40381F, 0xDBB65E),
      .orange: Tint(0x47321F, 0xEC9A60), .red: Tint(0x4A2A28, 0xF28579),
      .pink: Tint(0x462A39, 0xEC8CB8), .violet: Tint(0x372F4E, 0xB79FEA),
      .slate: Tint(0x30363F, 0xAEB8C7),
    ],
    notes: [
      .blue: Tint(0x263F5C, 0x86B9EF), .teal: Tint(0x1F4745, 0x6CCCC4),
      .green: Tint(0x234934, 0x66CD98), .ochre: Tint(0x4D4321, 0xE2C06B),
      .orange: Tint(0x553A23, 0xF0A673), .red: Tint(0x56312E, 0xF6978C),
      .pink: Tint(0x533144, 0xF09DC3), .violet: Tint(0x42385E, 0xC3AEF0),
      .slate: Tint(0x3A414C, 0xBAC3D0),
    ],
    stages: [
      .blue: Banner(0x2F5D8A), .teal: Banner(0x276B68), .green: Banner(0x2A6C45),
      .ochre: Banner(0x7A6028), .orange: Banner(0x94501E), .red: Banner(0x983D36),
      .pink: Banner(0x8F3F63), .violet: Banner(0x614D88), .slate: Banner(0x4E5867),
    ])
}
