import Foundation
import UpliftCore

@testable import UpliftDrawing

enum Fixture {
  /// "Larkfield Outfitters".
  static func sample() throws -> WorkspaceContents {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appendingPathComponent("data/sample/larkfield.json"))
    return try WorkspaceJSON.decode(data)
  }
}
