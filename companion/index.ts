console.log("companion");
