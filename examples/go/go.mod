module example/miniredis

go 1.19
