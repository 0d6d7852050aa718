import UpliftCore
import UpliftDrawing

/// What somebody chooses for printing; kept for the next time.
nonisolated struct PrintChoices: Codable, Equatable, Sendable {
  var setup = PageSetup()
  var style = ExportChoices.Style.print
}

nonisolated extension PageSetup.Paper {
  var title: String {
    switch self {
    case .a4: tr("A4")
    case .a3: tr("A3")
    case .letter: tr("Letter")
    }
  }
}

nonisolated extension PageSetup.Orientation {
  var title: String {
    switch self {
    case .automatic: tr("Whichever fits better")
    case .upright: tr("Upright")
    case .across: tr("Across")
    }
  }
}

nonisolated extension PageSetup.Fit {
  var title: String {
    switch self {
    case .onePage: tr("All on one page")
    case .sheets: tr("Reading size, on several pages")
    }
  }
}
