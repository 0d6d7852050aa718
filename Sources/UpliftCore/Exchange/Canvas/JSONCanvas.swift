/// A file of JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0): boxes on a plane and lines between
/// them. `JSONCanvas.md` says how it and a board become each other.
struct JSONCanvas: Equatable {
  enum Content: Equatable {
    case text(String)
    /// A path, never opened.
    case file(String)
    /// An address, never opened.
    case link(String)
    /// With its label.
    case group(String)
  }

  /// In pixels; y points down.
  struct Frame: Equatable {
    var x = 0.0
    var y = 0.0
    var width = 0.0
    var height = 0.0

    var maxX: Double { x + width }
    var maxY: Double { y + height }
    var centre: (x: Double, y: Double) { (x + width / 2, y + height / 2) }
    var area: Double { width * height }
  }

  struct Node: Equatable {
    var id: String
    var content: Content
    var frame: Frame
    /// "1"…"6", or `#RRGGBB`.
    var colour: String?
    // What the specification has no place for. Other programs keep such keys or pass over them.
    var author = ""
    var theme = ""
    /// 0…10,000.
    var votes = 0

    var isGroup: Bool { if case .group = content { true } else { false } }
  }

  struct Edge: Equatable {
    var id: String
    var from: String
    var to: String
    var label = ""
  }

  var nodes: [Node] = []
  var edges: [Edge] = []
  /// Nodes of a type that the specification does not know.
  var strangers = 0
}
