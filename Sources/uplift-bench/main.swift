import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
exit(Bench(arguments).run())
