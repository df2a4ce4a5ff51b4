// Command kapp is kapp, built as a dependency of this module: `go install` of its own command fails.
package main

import (
	"os"

	"carvel.dev/kapp/pkg/kapp/cmd"
	"github.com/cppforlife/go-cli-ui/ui"
)

func main() {
	terminal := ui.NewConfUI(ui.NewNoopLogger())
	err := cmd.NewDefaultKappCmd(terminal).Execute()
	if err != nil {
		terminal.ErrorLinef("kapp: Error: %v", err)
	}
	terminal.Flush()
	if err != nil {
		os.Exit(1)
	}
}
