import Foundation
import UpliftCore

/// Why a command failed: one sentence that names the file and the line or value.
struct Failure: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as any LocalizedError: self.init(error.errorDescription ?? "\(error)")
    default: self.init(error.localizedDescription)
    }
  }

  func report() {
    let line = Output.plain(sentence) + "\n"
    try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
  }
}
