import CGtk

/// Prints pages that somebody draws: asks for a printer or a file with the system's dialog, then
/// has page after page drawn on a Cairo context. Nothing here waits: GTK calls back.
public final class PrintOperation: Object {
  public enum Outcome {
    /// So many pages, each counted once, however many copies were asked for.
    case printed(pages: Int)
    /// Looked at in another program, from where it may be printed.
    case previewed
    case cancelled
    /// With the reason.
    case failed(String)
  }

  /// What was chosen the last time.
  private static var settings: OpaquePointer?
  /// Nobody else holds an operation while it runs.
  private static var running: [PrintOperation] = []

  /// - Parameters:
  ///   - title: of the job.
  ///   - file: what a file is suggested to be called, without an ending.
  ///   - folder: where it is suggested to go.
  ///   - paperWidth: points, as the pages stand, and so is `paperHeight`.
  public init(
    _ title: String, file: String, folder: String, paperWidth: Double, paperHeight: Double
  ) {
    super.init(adopting: UnsafeMutableRawPointer(gtk_print_operation_new()))
    gtk_print_operation_set_job_name(pointer(), title)
    gtk_print_operation_set_unit(pointer(), GTK_UNIT_POINTS)
    gtk_print_operation_set_use_full_page(pointer(), 1)
    gtk_print_operation_set_allow_async(pointer(), 1)
    gtk_print_operation_set_show_progress(pointer(), 1)
    setPaper(width: paperWidth, height: paperHeight)
    let settings = Self.settings.map { gtk_print_settings_copy($0) } ?? gtk_print_settings_new()
    gtk_print_settings_set(settings, "output-basename", file)
    gtk_print_settings_set(settings, "output-dir", folder)
    // The file of another job would be written over.
    gtk_print_settings_unset(settings, "output-uri")
    gtk_print_operation_set_print_settings(pointer(), settings)
    g_object_unref(settings.map { UnsafeMutableRawPointer($0) })
  }

  private func setPaper(width: Double, height: Double) {
    let isAcross = width > height
    let name = Self.paperName(short: min(width, height), long: max(width, height))
    let size =
      name.map { gtk_paper_size_new($0) }
      ?? gtk_paper_size_new_custom(
        "poster", "poster", min(width, height), max(width, height), GTK_UNIT_POINTS)
    let setup = gtk_page_setup_new()
    gtk_page_setup_set_paper_size_and_default_margins(setup, size)
    gtk_page_setup_set_orientation(
      setup, isAcross ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT)
    gtk_print_operation_set_default_page_setup(pointer(), setup)
    g_object_unref(setup.map { UnsafeMutableRawPointer($0) })
    gtk_paper_size_free(size)
  }

  /// As printers know it.
  private static func paperName(short: Double, long: Double) -> String? {
    let known = [
      ("iso_a4", 595.276, 841.89), ("iso_a3", 841.89, 1190.551), ("na_letter", 612, 792),
    ]
    return known.first { abs($0.1 - short) < 1 && abs($0.2 - long) < 1 }?.0
  }

  public var pageCount: Int {
    get {
      var count: gint = 0
      withValue(of: uplift_type_int()) {
        g_object_get_property(pointer(), "n-pages", &$0)
        count = g_value_get_int(&$0)
      }
      return Int(count)
    }
    set { gtk_print_operation_set_n_pages(pointer(), gint(newValue)) }
  }

  /// `page` counts from 0; the context's units are points from the paper's upper left corner. A
  /// sentence instead of nothing ends the printing.
  public func onDraw(
    _ handler: @escaping (_ page: Int, _ cairo: OpaquePointer) -> String?
  ) {
    connectAnswering("draw-page") { [weak self] arguments in
      guard let self, let context = arguments.object(0),
        let cairo = gtk_print_context_get_cairo_context(OpaquePointer(context))
      else { return .none }
      drawn.insert(arguments.int(1))
      if let fault = handler(arguments.int(1), cairo) {
        failure = fault
        gtk_print_operation_cancel(pointer())
      }
      return .none
    }
  }

  private var failure: String?
  private var drawn: Set<Int> = []
  private var isPreview = false

  /// Shows the system's dialog.
  public func run(over parent: Window, _ done: @escaping (Outcome) -> Void) {
    start(GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, done)
  }

  /// Writes a PDF as a printer would get it, without a dialog.
  public func export(to path: String, _ done: @escaping (Outcome) -> Void) {
    gtk_print_operation_set_export_filename(pointer(), path)
    start(GTK_PRINT_OPERATION_ACTION_EXPORT, nil, done)
  }

  private func start(
    _ action: GtkPrintOperationAction, _ parent: Window?, _ done: @escaping (Outcome) -> Void
  ) {
    connectAnswering("preview") { [weak self] _ in
      self?.isPreview = true
      // The system's own.
      return .bool(false)
    }
    connectAnswering("done") { [weak self] arguments in
      guard let self else { return .none }
      let result = GtkPrintOperationResult(arguments.enumeration(0))
      done(outcome(result))
      Self.running.removeAll { $0 === self }
      return .none
    }
    Self.running.append(self)
    let result = try? throwing {
      gtk_print_operation_run(pointer(), action, parent?.pointer(), $0)
    }
    // Errors come with “done”, too.
    if result == nil { Self.running.removeAll { $0 === self } }
  }

  private func outcome(_ result: GtkPrintOperationResult) -> Outcome {
    if let failure { return .failed(failure) }
    switch result {
    case GTK_PRINT_OPERATION_RESULT_APPLY:
      if let settings = gtk_print_operation_get_print_settings(pointer()) {
        g_object_ref(UnsafeMutableRawPointer(settings))
        if let old = Self.settings { g_object_unref(UnsafeMutableRawPointer(old)) }
        Self.settings = settings
      }
      return isPreview ? .previewed : .printed(pages: drawn.count)
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      do {
        try throwing { gtk_print_operation_get_error(pointer(), $0) }
        return .failed("")
      } catch {
        return .failed("\(error)")
      }
    default: return .cancelled
    }
  }
}
