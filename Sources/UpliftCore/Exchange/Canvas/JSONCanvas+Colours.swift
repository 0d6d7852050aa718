extension JSONCanvas {
  /// The specification's six presets, and for the other colours one that looks like ours.
  static func colour(of swatch: Swatch) -> String {
    switch swatch {
    case .red: "1"
    case .orange: "2"
    case .ochre: "3"
    case .green: "4"
    case .teal: "5"
    case .violet: "6"
    case .blue: "#2f6fd0"
    case .pink: "#d6568f"
    case .slate: "#64748b"
    }
  }

  /// The colour that comes next to a preset or to `#RRGGBB`; nil for what is neither.
  static func swatch(of colour: String) -> Swatch? {
    let colour = colour.lowercased()
    if let same = Swatch.allCases.first(where: { self.colour(of: $0) == colour }) { return same }
    let digits = colour.dropFirst()
    guard colour.first == "#", digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else {
      return nil
    }
    let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { Double($0) / 255 }
    let (red, green, blue) = (parts[0], parts[1], parts[2])
    let highest = max(red, green, blue)
    let spread = highest - min(red, green, blue)
    guard highest > 0, spread / highest >= 0.12 else { return .slate }
    // Degrees on the wheel of colours, from red.
    let hue: Double
    if highest == red {
      hue = 60 * (green - blue) / spread
    } else if highest == green {
      hue = 60 * (2 + (blue - red) / spread)
    } else {
      hue = 60 * (4 + (red - green) / spread)
    }
    let hues: [(Swatch, Double)] = [
      (.red, 0), (.orange, 27), (.ochre, 46), (.green, 137), (.teal, 175), (.blue, 216),
      (.violet, 270), (.pink, 333),
    ]
    func distance(_ other: Double) -> Double {
      let apart = abs(hue - other).truncatingRemainder(dividingBy: 360)
      return min(apart, 360 - apart)
    }
    return hues.min { distance($0.1) < distance($1.1) }?.0
  }
}
