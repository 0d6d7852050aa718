import Foundation
import UpliftCore

/// A subject that cannot be written in the format that was asked for.
enum Misfit {
  static func failure(_ target: URL, _ subject: Subject?) -> Failure {
    let values: KeyValuePairs<String, Any> = [
      "path": target.path, "ending": "." + target.pathExtension.lowercased(),
    ]
    return switch subject {
    case .journey:
      Failure(
        tr("“{path}” was not written: a journey map cannot be exported as {ending}.", values))
    case .group:
      Failure(
        tr("“{path}” was not written: a group cannot be exported as {ending}.", values))
    case .charter:
      Failure(
        tr("“{path}” was not written: a charter cannot be exported as {ending}.", values))
    case .meeting:
      Failure(
        tr("“{path}” was not written: minutes cannot be exported as {ending}.", values))
    case .board:
      Failure(
        tr("“{path}” was not written: a board cannot be exported as {ending}.", values))
    case .persona:
      Failure(
        tr("“{path}” was not written: a persona cannot be exported as {ending}.", values))
    case .plan:
      Failure(tr("“{path}” was not written: the plan cannot be exported as {ending}.", values))
    case .department:
      Failure(
        tr("“{path}” was not written: a department cannot be exported as {ending}.", values))
    case .champions:
      Failure(tr("“{path}” was not written: postcards cannot be exported as {ending}.", values))
    case .figure:
      Failure(tr("“{path}” was not written: a figure cannot be exported as {ending}.", values))
    case .overview:
      Failure(
        tr("“{path}” was not written: the overview cannot be exported as {ending}.", values))
    case nil:
      Failure(
        tr("“{path}” was not written: a workspace cannot be exported as {ending}.", values))
    }
  }
}
