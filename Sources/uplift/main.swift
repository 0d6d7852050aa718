import Foundation
import UpliftApp

exit(UpliftProgram.run(CommandLine.arguments))
