/// How a picture comes onto paper.
public struct PageSetup: Hashable, Codable, Sendable {
  public enum Paper: String, CaseIterable, Codable, Sendable {
    case a4, a3, letter

    /// Points, upright.
    public var size: Size {
      switch self {
      case .a4: Size(595.276, 841.89)
      case .a3: Size(841.89, 1190.551)
      case .letter: Size(612, 792)
      }
    }
  }

  public enum Orientation: String, CaseIterable, Codable, Sendable {
    /// Whichever needs fewer sheets, or makes the picture larger.
    case automatic
    case upright, across
  }

  public enum Fit: String, CaseIterable, Codable, Sendable {
    /// All on one sheet, as large as fits.
    case onePage
    /// At reading size, on as many sheets as it takes.
    case sheets
  }

  public var paper: Paper
  public var orientation: Orientation
  public var fit: Fit

  public init(paper: Paper = .a4, orientation: Orientation = .automatic, fit: Fit = .sheets) {
    self.paper = paper
    self.orientation = orientation
    self.fit = fit
  }

  /// Points, as the sheets may stand.
  var sizes: [Size] {
    let upright = paper.size
    let across = Size(upright.height, upright.width)
    return switch orientation {
    case .automatic: [across, upright]
    case .upright: [upright]
    case .across: [across]
    }
  }
}
