import Foundation
import UpliftCore

extension WorkspaceContents {
  /// The same for the same records, in whatever order, in every process.
  var digest: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let lines = records.map { record in
      record.reference.kind.rawValue
        + ((try? encoder.encode(record)).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for line in lines.sorted() {
      for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }
}
