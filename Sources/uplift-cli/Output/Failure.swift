import Foundation
import UpliftCore

/// Why a command failed: one sentence that names the file and the line or value; where several rows
/// cannot be read, a line for each.
struct Failure: Error {
  let lines: [String]

  init(_ sentence: String) { lines = [sentence] }

  private init(lines: [String]) { self.lines = lines }

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ImportError: self.init(lines: error.lines)
    case let error as any LocalizedError: self.init(error.errorDescription ?? "\(error)")
    default: self.init(error.localizedDescription)
    }
  }

  /// The same with another name for a file.
  func replacing(_ name: String, with other: String) -> Failure {
    Failure(lines: lines.map { $0.replacingOccurrences(of: name, with: other) })
  }

  func report() {
    let text = lines.map { Output.plain($0) + "\n" }.joined()
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
