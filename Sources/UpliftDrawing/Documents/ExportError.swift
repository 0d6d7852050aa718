import Foundation
import UpliftCore

/// Why a picture was not written. Whatever stood at the target is as it was.
public enum ExportError: Error, Equatable {
  case cancelled
  /// The picture would have this many pixels; the largest scale that works is given.
  case tooManyPixels(width: Double, height: Double, largestScale: Double)
  /// The scale is not a positive number.
  case badScale
  case cannotWrite(path: String, reason: String)
  case fontsMissing
}

extension ExportError: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .cancelled: tr("The export was cancelled.")
    case .tooManyPixels(let width, let height, let largestScale):
      tr(
        "The picture would be {width} × {height} pixels, which is too large; choose a scale of {scale} or less, or export as PDF or SVG.",
        [
          "width": rounded(width), "height": rounded(height),
          "scale": (largestScale * 100).rounded(.down) / 100,
        ])
    case .badScale: tr("The scale must be a number above 0.")
    case .cannotWrite(let path, let reason):
      tr("{path} could not be written: {reason}.", ["path": path, "reason": reason])
    case .fontsMissing: tr("No fonts could be found on this computer.")
    }
  }

  private func rounded(_ value: Double) -> String {
    value.isFinite ? String(Int(min(value.rounded(), 1e15))) : "∞"
  }
}
