import Foundation
import UpliftCore

/// A place that somebody was at, with what the keyboard was at there.
struct Visit: Equatable {
  var place: Place
  var reference: EntityReference?
}
