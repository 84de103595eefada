import LimberCommands

await LimberCommand.start()
