import ArgumentParser
import UpliftCore

/// The workspace that a command works on.
struct FileArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(tr("The workspace, a file NAME.uplift."), valueName: "FILE"),
    completion: .file(extensions: ["uplift"]))
  var file: String

  func validate() throws {
    guard !file.isEmpty else { throw ValidationError(tr("FILE must not be empty.")) }
  }
}
