import ArgumentParser
import UpliftDrawing

/// A theme by the name that is typed.
enum ThemeName: String, CaseIterable, ExpressibleByArgument {
  case light, dark, print

  var theme: Theme {
    switch self {
    case .light: .light
    case .dark: .dark
    case .print: .print
    }
  }
}

extension PageFormat: ExpressibleByArgument {}
