// Dossier is a terminal reader for briefings: it finds the structure of an
// article or a report, keeps it in a library, and gives the analyst's notes
// back as Markdown.
package main

import (
	"os"

	"dossier/ui/command"
)

func main() { os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
