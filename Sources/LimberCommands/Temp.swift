import ArgumentParser

struct HandoutCommand: AsyncParsableCommand { func run() async throws {} }
struct PreviewCommand: AsyncParsableCommand { func run() async throws {} }
