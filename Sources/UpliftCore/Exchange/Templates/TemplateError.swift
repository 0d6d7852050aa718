import Foundation

/// Why there is no template.
public enum TemplateError: Error, Equatable, Sendable {
  case noDataFolder
  case unreadable(path: String)
  case unknown(name: String, known: [String])
}

extension TemplateError: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .noDataFolder:
      tr("The program's data folder was not found; set UPLIFT_DATA to where it is.")
    case .unreadable(let path):
      tr("The folder “{path}” with the templates cannot be read.", ["path": path])
    case .unknown(let name, let known):
      tr(
        "There is no template “{name}”; there are {known}.",
        ["name": name, "known": known.joined(separator: ", ")])
    }
  }
}
