import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct ThemeTests {
  static let themes = [Theme.light, .dark, .print]

  @Test(arguments: themes) func textsStandOut(theme: Theme) {
    func expectText(_ color: Color, on ground: Color, _ place: String) {
      #expect(color.contrast(with: ground) >= 4.5, "\(theme.name): text on \(place)")
    }
    for ground in [theme.canvas, theme.surface, theme.headerSurface] {
      expectText(theme.text, on: ground, "ground")
      expectText(theme.secondaryText, on: ground, "ground")
    }
    for swatch in Swatch.allCases {
      for tint in [theme.card(swatch), theme.note(swatch)] {
        let assumed = tint.fill.mixed(with: theme.surface, share: 0.6)
        for ground in [tint.fill, assumed] {
          expectText(theme.text, on: ground, "\(swatch)")
          expectText(theme.secondaryText, on: ground, "\(swatch)")
        }
      }
      let banner = theme.stage(swatch)
      expectText(banner.text, on: banner.fill, "stage \(swatch)")
    }
  }

  @Test(arguments: themes) func marksStandOut(theme: Theme) {
    for swatch in Swatch.allCases {
      let tint = theme.card(swatch)
      #expect(tint.strong.contrast(with: tint.fill) >= 3, "\(theme.name) bar \(swatch)")
      let mark = tint.strong.with(alpha: CardContent.markAlpha).over(tint.fill)
      #expect(mark.contrast(with: tint.fill) >= 3, "\(theme.name) mark \(swatch)")
      #expect(theme.evidence.contrast(with: tint.fill) >= 3, "\(theme.name) dot \(swatch)")
      #expect(
        theme.accent.contrast(with: theme.note(swatch).fill) >= 3, "\(theme.name) vote \(swatch)")
    }
    for color in theme.curves + [theme.futureCurve] {
      #expect(color.contrast(with: theme.surface) >= 3)
    }
  }

  @Test func contrastIsThatOfTheStandard() {
    let black = Color(hex: 0x000000)
    let white = Color(hex: 0xFFFFFF)
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(Color(hex: 0x777777).contrast(with: white) - 4.478) < 0.001)
  }
}
